import { Actions, ButtonLink } from "#app/ui/button.tsx";
import { Heading } from "./heading.tsx";

/** Signed in, but the time that was held is gone. */
export function NotConfirmed({ message }: { message: string }) {
  return (
    <section className="measure stack" aria-labelledby="gone">
      <Heading id="gone">You are signed in, but the time is no longer kept</Heading>
      <p>{message}</p>
      <Actions>
        <ButtonLink href="/book">Choose another time</ButtonLink>
        <ButtonLink href="/sessions" look="quiet">
          Your sessions
        </ButtonLink>
      </Actions>
    </section>
  );
}
