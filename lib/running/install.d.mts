export const checkout: string;
export function readyToRun(): Promise<string>;
