"use client";

import { Actions, Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { useAnswering } from "./answering.tsx";
import { SignInAgain } from "./sign-in-again.tsx";
import { TwoVersions } from "./two-versions.tsx";

const ofSigningIn = ["signed_out", "another_person"];

/** What somebody has to do before what they wrote can be kept. All of it stays on the page behind. */
export function NotKept() {
  const { standing, isAside, setAside, answerable, answers, settle, again } = useAnswering();
  const aside = () => setAside(true);
  if (standing.is === "elsewhere")
    return (
      <Dialog open={!isAside} onClose={aside} title="You also wrote on another device" isWide>
        <TwoVersions
          key={standing.stored.revision}
          questions={answerable.questions}
          here={answers}
          there={standing.stored.answers}
          known={standing.known}
          settle={settle}
        />
      </Dialog>
    );
  if (standing.is !== "refused") return null;
  const { error, isAct } = standing;
  if (ofSigningIn.includes(error.code))
    return (
      <Dialog open={!isAside} onClose={aside} title="Please sign in again">
        <SignInAgain
          key={error.code}
          isAnother={error.code === "another_person"}
          again={again}
          aside={aside}
        />
      </Dialog>
    );
  // What is wrong with one answer is said beside it, and what was wrong with an act where it was asked for.
  if (isAct || error.field?.startsWith("answers.")) return null;
  return (
    <Dialog open={!isAside} onClose={aside} title="This is not saved yet">
      <p>{error.code === "not_found" ? answerable.gone : error.message}</p>
      <p>What you wrote is still on this page.</p>
      <Actions>
        <Button type="button" onClick={again}>
          Try again
        </Button>
        <Button type="button" look="plain" onClick={aside}>
          Back to my answers
        </Button>
      </Actions>
    </Dialog>
  );
}
