"use client";

import { useRouter } from "next/navigation";
import { Actions, ButtonLink } from "#app/ui/button.tsx";
import { Ended } from "../ended.tsx";
import { NewMail } from "../new-mail.tsx";
import { useAsking } from "../use-asking.ts";
import { useCleanAddressBar } from "./use-clean-address-bar.ts";

type EndedLinkProps = {
  token: string;
  next: string | undefined;
  /** Masked; unknown when the link was used or is long past. */
  address: string | undefined;
  wasHold: boolean;
  /** The page opened with it. */
  isFirst?: boolean;
};

export function EndedLink({ token, next, address, wasHold, isFirst }: EndedLinkProps) {
  const asking = useAsking("/api/sign-in/again", { token, next });
  const router = useRouter();
  useCleanAddressBar();
  if (wasHold) return <HoldOver />;
  if (!token) return <LinkAgain />;
  if (!address) return <Unknown />;
  if (!asking.asked)
    return (
      <Ended
        what="This link has rested too long"
        address={address}
        asking={asking}
        isFirst={isFirst}
        onOther={() => router.push("/sign-in")}
      />
    );
  return (
    <section className="measure stack" aria-label="A new mail">
      <NewMail asked={{ ...asking.asked, again: true }} />
      <p>Open its link on this device.</p>
    </section>
  );
}

function HoldOver() {
  return (
    <section className="measure stack" aria-labelledby="over">
      <h2 id="over">This time is no longer kept</h2>
      <p>We keep a time for 15 minutes. It may still be free, and choosing it again takes a moment.</p>
      <Actions>
        <ButtonLink href="/book">Choose a time</ButtonLink>
      </Actions>
    </section>
  );
}

// After a reload: the address bar forgets the link, so that nobody finds it there.
function LinkAgain() {
  return (
    <section className="measure stack" aria-labelledby="once-more">
      <h2 id="once-more">Please open the link once more</h2>
      <p>This page forgets the link, so that nobody finds it here. The one in your mail still works.</p>
      <Actions>
        <ButtonLink href="/sign-in" look="plain">
          Send a new mail
        </ButtonLink>
      </Actions>
    </section>
  );
}

function Unknown() {
  return (
    <section className="measure stack" aria-labelledby="unknown">
      <h2 id="unknown">This link does not open anything any more</h2>
      <p>It was used already, or it has rested too long. Nothing is lost. A new one takes a moment.</p>
      <Actions>
        <ButtonLink href="/sign-in">Send a new mail</ButtonLink>
      </Actions>
    </section>
  );
}
