import type { Writing } from "#lib/reflections/in-lessons/queries.ts";

/** What the other one of a couple shows. Where they show nothing there is nothing here, whatever they wrote. */
export function ShownByPartner({ shown = [] }: { shown: Writing["shown"][string] | undefined }) {
  return shown.map(({ name, words }) => (
    <figure className="wrote" key={name}>
      <figcaption lang="en">{name} wrote</figcaption>
      <p className="as-written">{words}</p>
    </figure>
  ));
}
