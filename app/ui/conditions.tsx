import type { Route } from "next";
import Link from "next/link";
import { Badge, type BadgeKind } from "./badge.tsx";

type Condition = {
  key: string;
  label: string;
  sentence: string;
  state: "met" | "planned" | "open";
  who: "client" | "coach" | "both";
  link?: { href: string; words: string } | null;
};

const marks = {
  met: ["done", "Done"],
  planned: ["held", "Planned"],
  open: ["asked", "Still open"],
} satisfies Record<Condition["state"], [BadgeKind, string]>;

/** A calm checklist: what is left, and whose turn it is. No verdict on anybody. */
export function Conditions({
  conditions,
  coachName,
}: {
  conditions: readonly Condition[];
  coachName: string;
}) {
  const turns = { client: "Next: you", coach: `Next: ${coachName}`, both: "Next: the two of you" };
  return (
    <ul className="conditions">
      {conditions.map(({ key, label, sentence, state, who, link }) => {
        const [kind, words] = marks[state];
        return (
          <li key={key}>
            <p className="conditions__what">{label}</p>
            <p>
              <Badge kind={kind}>{state === "met" ? words : `${words}. ${turns[who]}`}</Badge>
            </p>
            <p className="small quiet">
              {sentence}{" "}
              {link && (
                <Link href={link.href as Route} prefetch={false} aria-label={`${link.words}: ${label}`}>
                  {link.words}
                </Link>
              )}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
