import { Badge, type BadgeKind } from "#app/ui/badge.tsx";
import { dateOf, Instant } from "#app/ui/when.tsx";
import { howItWent, type Went } from "#lib/mail/log/how-it-went.ts";
import { clockWords } from "#lib/time/words.ts";

const badges: Record<Went["sign"], BadgeKind> = {
  open: "asked",
  sent: "firm",
  good: "done",
  bad: "look",
  off: "off",
};

/** A sign and a word for how a letter fared, when, and what that means. */
export function HowItWent({
  entry,
  zone,
  now,
}: {
  entry: Parameters<typeof howItWent>[0];
  zone: string;
  now: number;
}) {
  const { sign, words, at, more } = howItWent(entry, now);
  return (
    <div>
      <Badge kind={badges[sign]}>
        {words}
        {at !== undefined && (
          <>
            {at > now ? " for " : ", "}
            <Instant at={at}>{`${dateOf(at, zone, now)}, ${clockWords(at, zone)}`}</Instant>
          </>
        )}
      </Badge>
      {more && <p className="quiet small">{more}</p>}
    </div>
  );
}
