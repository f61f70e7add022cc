export function step<T>(name: string, work: () => Promise<T>): Promise<T>;
export function tell(line: string): void;
