import type { Balance } from "#lib/clients/balance.ts";

/** "agreed 3, used 1". */
export function balanceWords(balance: Balance | undefined): string {
  const { agreed, used } = balance ?? { agreed: undefined, used: 0 };
  return agreed === undefined ? `used ${used}, no number agreed` : `agreed ${agreed}, used ${used}`;
}
