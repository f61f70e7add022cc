import type { Placed } from "./calendar-days.ts";

const kinds: Record<string, string> = { first_conversation: "is-first", mentorship: "is-mentoring" };

/** What something in the calendar looks like: by its kind, by where it stands, and by the room it has. */
export function looksOf(item: Placed): string {
  const minutes = item.until - item.from;
  const room = minutes <= 30 ? " is-short" : minutes < 60 ? " is-brief" : "";
  if (item.look === "busy") return `is-busy${room}`;
  const kind = kinds[item.kind] ?? `is-${item.kind}`;
  return `${kind}${item.look === "ahead" ? "" : ` is-${item.look}`}${room}`;
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
