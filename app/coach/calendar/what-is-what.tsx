const kinds = [
  ["first_conversation", "is-first"],
  ["preparation", "is-preparation"],
  ["guidance", "is-guidance"],
  ["integration", "is-integration"],
  ["couple", "is-couple"],
  ["mentorship", "is-mentoring"],
] as const;

const others = [
  ["is-request", "Asked for, you decide"],
  ["is-hold", "Held, not confirmed yet"],
  ["is-busy flat", "Busy in your other calendar"],
  ["is-shut flat", "Closed hours"],
] as const;

/** What the lines, edges and grounds of the calendar mean. */
export function WhatIsWhat({ kinds: own }: { kinds: { kind: string; name: string }[] }) {
  return (
    <section aria-labelledby="key">
      <h2 id="key">What is what</h2>
      <ul className="key">
        {kinds.map(([kind, look]) => {
          const name = own.find((type) => type.kind === kind)?.name;
          return name ? <Entry key={look} look={look} words={name} /> : null;
        })}
        {others.map(([look, words]) => (
          <Entry key={look} look={look} words={words} />
        ))}
      </ul>
    </section>
  );
}

function Entry({ look, words }: { look: string; words: string }) {
  return (
    <li>
      <i className={look} aria-hidden="true" />
      {words}
    </li>
  );
}
