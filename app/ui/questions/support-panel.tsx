import { HelpLine } from "#app/(always)/support/help-line.tsx";
import { ButtonAnchor, ButtonLink } from "#app/ui/button.tsx";

type SupportPanelProps = {
  coachName: string;
  /** Another site, for whoever must leave at once. */
  exitTo: string;
  isShared?: boolean;
};

/** Support now, in the page under an answer. It stops nobody from going on. */
export function SupportPanel({ coachName, exitTo, isShared = false }: SupportPanelProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: no field is in it, and there may be several on a page
    <div className="reply" role="group" aria-label="Support now">
      <h2 className="reply__first">
        I’m glad you said so. You don’t have to handle this alone. {coachName} is not on call. These people
        are:
      </h2>
      <ul className="help-lines">
        <HelpLine
          name="Emergency services"
          text="If someone is in danger. 911 in the United States, Canada and Mexico, 112 in the EU, 999 in the United Kingdom."
        >
          <ButtonAnchor href="tel:911">Call 911</ButtonAnchor>
          <ButtonAnchor href="tel:112">Call 112</ButtonAnchor>
          <ButtonAnchor href="tel:999">Call 999</ButtonAnchor>
        </HelpLine>
        <HelpLine name="People on support lines" text="By phone or message, where you live.">
          <ButtonLink look="plain" href="/support">
            Open Support now
          </ButtonLink>
        </HelpLine>
        <HelpLine name="Someone close to you" text="A few words are enough. You choose to whom.">
          <ButtonAnchor href="sms:?&body=Can%20you%20call%20me%3F">Write “Can you call me?”</ButtonAnchor>
        </HelpLine>
      </ul>
      <div className="reply__small">
        <p>
          <strong>What happens with this answer.</strong>{" "}
          {isShared ? "Once what you wrote is shared anew" : "So far only you can read it. Once you share"},{" "}
          {coachName} sees it first, and talks with you about it before anything else. It decides nothing by
          itself.
        </p>
        <p>
          <a href={exitTo} rel="noreferrer">
            Leave this page quickly
          </a>
          . It opens another site. It can’t clear your browser history.
        </p>
      </div>
    </div>
  );
}
