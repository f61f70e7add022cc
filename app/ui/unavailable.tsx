import { PageHead } from "./main.tsx";

/** For when a part that we cannot do without is away. Nobody is asked to sign in again for it. */
export function UnavailableHere() {
  return (
    <PageHead
      title="We can’t reach our records just now"
      lead="Nothing you did was lost, and nothing was changed."
    >
      <p>Please try again in a minute. If you need someone now, Support now works all the same.</p>
    </PageHead>
  );
}
