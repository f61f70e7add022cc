import { setTimeout as pass } from "node:timers/promises";
import { ApiError } from "./api-error.ts";
import { type Fate, fateOf, fates, isFate, lifeOf } from "./lives.ts";
import type { Mail } from "./mail.ts";
import { signed } from "./sign-event.ts";

type Target = { url: string; secret: string };
type Wishes = { fates: Fate[]; copies: number; backwards: boolean };

const retries = [0, 1_000, 5_000, 30_000];
const usual = (): Wishes => ({ fates: [], copies: 1, backwards: false });

/** Tells the portal what became of the mails that the mailbox took in, signed as Resend signs, once it knows where. */
export function webhookTeller() {
  const stopping = new AbortController();
  let target: Target | undefined;
  let wishes = usual();
  const counts = { told: 0, refused: 0, open: 0 };

  async function tellOne(event: ReturnType<typeof lifeOf>[number], { url, secret }: Target): Promise<void> {
    for (const wait of retries) {
      await pass(wait, undefined, { signal: stopping.signal, ref: false });
      const answer = await fetch(url, {
        method: "POST",
        signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(10_000)]),
        ...signed(event, secret, Date.now()),
      }).catch(() => undefined);
      await answer?.body?.cancel();
      if (answer?.ok) {
        counts.told += 1;
        return;
      }
    }
    counts.refused += 1;
  }

  return {
    /** Where to tell, and the secret to sign with. */
    aim(at: Target): void {
      target = at;
    },

    /** Tells the whole life of a mail, one event after the other, beginning in a moment. */
    async tell(mail: Mail): Promise<void> {
      if (!target) return;
      const to = target;
      const { copies, backwards } = wishes;
      const life = lifeOf(mail, wishes.fates.shift() ?? fateOf(mail));
      const events = life.flatMap((event) => Array.from({ length: copies }, () => event));
      counts.open += events.length;
      for (const event of backwards ? events.reverse() : events) {
        await tellOne(event, to).catch(() => {});
        counts.open -= 1;
      }
    },

    /** What becomes of the next mails, whatever their address; how often, and in which order, it is told. */
    wish(input: unknown): void {
      wishes = readWishes(input);
    },

    counts: () => counts,

    stop: () => stopping.abort(),
  };
}

function readWishes(input: unknown): Wishes {
  const {
    fates: wanted = [],
    copies = 1,
    backwards = false,
  } = (input ?? {}) as Partial<Record<keyof Wishes, unknown>>;
  const isRight =
    Array.isArray(wanted) &&
    wanted.length <= 10_000 &&
    wanted.every(isFate) &&
    typeof copies === "number" &&
    Number.isInteger(copies) &&
    copies >= 1 &&
    copies <= 20 &&
    typeof backwards === "boolean";
  if (isRight) return { fates: [...wanted], copies, backwards };
  throw new ApiError(
    422,
    "validation_error",
    `Wishes are { fates?, copies?, backwards? }; a fate is one of ${fates.join(", ")}.`,
  );
}
