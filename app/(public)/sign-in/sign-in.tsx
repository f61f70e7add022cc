"use client";

import { useState } from "react";
import { AskStep } from "./ask-step.tsx";
import { CodeStep } from "./code-step.tsx";
import { type Demo, DemoPeople, MailboxLink } from "./demo-people.tsx";
import { useAsking } from "./use-asking.ts";

type SignInProps = { next: string | undefined; demo: Demo | undefined };

/** Asks for an address, then for the code from the mail. What was typed stays, whichever way it goes. */
export function SignIn({ next, demo }: SignInProps) {
  const [email, setEmail] = useState("");
  const asking = useAsking("/api/sign-in", { email, next });
  return asking.asked ? (
    <CodeStep email={email} next={next} asking={asking}>
      {demo && <MailboxLink demo={demo} email={email} />}
    </CodeStep>
  ) : (
    <div className="grid items-start gap-7 min-[64rem]:grid-cols-2">
      <AskStep email={email} setEmail={setEmail} asking={asking} />
      {demo && <DemoPeople demo={demo} choose={setEmail} />}
    </div>
  );
}
