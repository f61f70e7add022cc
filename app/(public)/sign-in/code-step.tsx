import { type ReactNode, useState } from "react";
import { Actions, Button } from "#app/ui/button.tsx";
import { CodeField } from "#app/ui/field.tsx";
import { clock } from "./clock.ts";
import { Ended } from "./ended.tsx";
import { Heading } from "./heading.tsx";
import { KeepTick } from "./keep-tick.tsx";
import { NewMail } from "./new-mail.tsx";
import { NotConfirmed } from "./not-confirmed.tsx";
import { Problem } from "./problem.tsx";
import type { Asking } from "./use-asking.ts";
import { useEntering } from "./use-entering.ts";
import { useIsOver } from "./use-is-over.ts";

type CodeStepProps = { email: string; next: string | undefined; asking: Asking; children: ReactNode };

export function CodeStep({ email, next, asking, children }: CodeStepProps) {
  const [code, setCode] = useState("");
  const [keep, setKeep] = useState(false);
  const { enter, isSending, error, refused } = useEntering("/api/sign-in/code");
  const until = asking.asked?.until ?? 0;
  const isOver = useIsOver(until);
  if (refused) return <NotConfirmed message={refused} />;
  if (isOver)
    return (
      <Ended address={email} asking={asking} onOther={asking.forget} what="This mail has rested too long" />
    );

  const wrong = error?.field === "code" ? error.message : undefined;
  return (
    <section className="measure stack" aria-labelledby="look">
      <Heading id="look">{wrong ? "Let’s try that once more" : "Please look in your mail"}</Heading>
      <NewMail asked={asking.asked} />
      <p>
        If <strong>{email}</strong> is known here, a mail is on its way. Open its link on this device, or type
        its code below. Both work until {clock(until)}.
      </p>
      {children}
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void enter({ email, code, keep, next });
        }}
      >
        <CodeField
          name="code"
          label="Code from the mail"
          hint="Six letters and numbers. Large or small makes no difference."
          maxLength={12}
          value={code}
          onChange={(event) => setCode(event.target.value)}
          error={wrong}
          required
        />
        <KeepTick checked={keep} onChange={setKeep} />
        <Problem error={error} field="code" />
        <Problem error={asking.error} />
        <Actions>
          <Button aria-disabled={isSending || undefined}>Sign in</Button>
          <Button look="quiet" type="button" onClick={() => void asking.ask()}>
            Send a new mail
          </Button>
          <span className="small quiet" role="status">
            {(isSending || asking.isSending) && "One moment."}
            {asking.isTooSoon && "We wrote less than a minute ago. Please give it a moment to arrive."}
          </span>
        </Actions>
      </form>
      <p className="small quiet">
        No mail after two minutes? Please look in the folder for unwanted mail, or{" "}
        <button
          type="button"
          className="cursor-pointer text-primary underline underline-offset-4"
          onClick={asking.forget}
        >
          use another address
        </button>
        .
      </p>
    </section>
  );
}
