import Link from "next/link";
import { Actions, Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { Problem } from "./problem.tsx";
import type { Asking } from "./use-asking.ts";

type AskStepProps = {
  email: string;
  setEmail: (email: string) => void;
  asking: Asking;
};

export function AskStep({ email, setEmail, asking }: AskStepProps) {
  const { error, isSending, ask } = asking;
  return (
    <section className="measure stack" aria-labelledby="which">
      <h2 id="which">Which address should we write to?</h2>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        <TextField
          name="email"
          type="email"
          label="Email"
          hint="The mail is called “A note from your portal”."
          autoComplete="email"
          maxLength={320}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          error={error?.field === "email" ? error.message : undefined}
          required
        />
        <Problem error={error} field="email" />
        <Actions>
          <Button aria-disabled={isSending || undefined}>Send me the mail</Button>
          <span className="small quiet" role="status">
            {isSending && "One moment."}
          </span>
        </Actions>
      </form>
      <p className="small quiet">
        New here?{" "}
        <Link href="/book" prefetch={false}>
          Book a time
        </Link>{" "}
        and your place is made with it.
      </p>
    </section>
  );
}
