export type Holder = { holders: { pid: number; since?: string }[]; mode?: string; url?: string };
export type Lock = { note: (facts: Record<string, unknown>) => void; release: () => void };
export function takeLock(
  file: string,
  facts?: Record<string, unknown>,
): { lock: Lock; holder: undefined } | { lock: undefined; holder: Holder };
export function waitForLock(file: string, tell: () => void): Promise<Lock>;
export function lockHolder(file: string): Holder | undefined;
export function joinLock(file: string, facts?: Record<string, unknown>): Lock;
