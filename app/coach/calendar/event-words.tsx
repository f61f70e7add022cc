import type { Placed } from "./calendar-days.ts";

const kinds: Record<string, string> = { first_conversation: "is-first", mentorship: "is-mentoring" };

/** What something in the calendar looks like: by its kind, and by where it stands. */
export function looksOf(item: Placed): string {
  if (item.look === "busy") return "is-busy";
  const kind = kinds[item.kind] ?? `is-${item.kind}`;
  return item.look === "ahead" ? kind : `${kind} is-${item.look}`;
}

/** When, who, what and how it stands. Where there is no room, words are cut to the eye and not to a screen reader. */
export function EventWords({ item }: { item: Placed }) {
  const when = (
    <span className="event__time">
      {item.time}
      <span className="event__to">–{item.to}</span>
    </span>
  );
  if (item.look === "busy")
    return (
      <>
        {when} <span>Busy elsewhere</span>
      </>
    );
  return (
    <>
      {when} {item.state && <span className="event__state">{item.state}</span>} <b>{item.who}</b>{" "}
      <span className="event__kind">{item.what}</span>
    </>
  );
}
