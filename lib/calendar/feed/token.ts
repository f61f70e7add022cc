import { isSecret } from "#lib/auth/one-way.ts";
import { settings } from "#lib/running/settings.ts";

/** Where a sealed token belongs; it opens nowhere else. */
export const tokenPlace = (userId: string) => `calendar_feeds|token|${userId}`;

/** The address that a calendar program is given. Whoever has it can read the times, so it is a secret. */
export function addressOfToken(token: string): string {
  return `${settings().appUrl}/calendar/${token}.ics`;
}

/** The token in "<token>.ics", or undefined when it cannot be one of ours. */
export function tokenInFile(file: string): string | undefined {
  const token = file.endsWith(".ics") ? file.slice(0, -4) : "";
  return isSecret(token) ? token : undefined;
}
