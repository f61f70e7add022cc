import { delivery } from "#db/schema/index.ts";

export type Delivery = (typeof delivery.enumValues)[number];

/** How far a mail has come, as far as we were told. */
type Standing = { delivery: Delivery | null; deliveryAt: number | null; lastError: string | null };

type Told = { delivery: Delivery; at: number; bounce?: string | undefined };

const deliveries: Record<string, Delivery | null> = {
  // No more than that it went out.
  "email.sent": null,
  "email.delivery_delayed": "delayed",
  "email.delivered": "delivered",
  "email.failed": "failed",
  "email.suppressed": "suppressed",
  "email.bounced": "bounced",
  "email.complained": "complained",
};

/** What an event says of its mail: how far it came, or null where it only went out. Undefined for what is of no interest. */
export function deliveryOf(type: string): Delivery | null | undefined {
  return Object.hasOwn(deliveries, type) ? deliveries[type] : undefined;
}

/** The reason that is kept for a bounce after which every other mail would come back too. */
export const permanent = "permanent";

/** Why it came back. Resend calls only those bounces that are final, unless it says otherwise. */
export function reasonOf({ delivery, bounce }: Pick<Told, "delivery" | "bounce">): string | undefined {
  return delivery === "bounced" ? (bounce ?? permanent) : undefined;
}

/** Whether this leads on from where the mail stands. It only ever moves on, in whatever order it is told. */
export function isFurther(told: Told, standing: Standing): boolean {
  if (standing.delivery === null || standing.deliveryAt === null) return true;
  const steps = rank(told.delivery) - rank(standing.delivery);
  if (steps !== 0) return steps > 0;
  const [isHard, wasHard] = [reasonOf(told), standing.lastError].map((reason) => reason === permanent);
  if (told.delivery === "bounced" && isHard !== wasHard) return isHard ?? false;
  return told.at < standing.deliveryAt;
}

const rank = (one: Delivery) => delivery.enumValues.indexOf(one);
