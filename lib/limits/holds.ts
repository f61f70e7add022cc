import { takeFromBudget } from "#lib/limits/limits.ts";
import { networkOf } from "#lib/limits/network.ts";

const hour = 3_600;

/** Each hold takes a coach's time and sends a mail, so one network and one address get only so many. */
export async function takeForHold({ address, email }: { address: string; email?: string }): Promise<void> {
  await takeFromBudget({ name: "hold-network", key: networkOf(address), points: 40, seconds: hour });
  if (email) await takeFromBudget({ name: "hold-address", key: email, points: 8, seconds: hour });
}
