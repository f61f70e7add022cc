import type { ReactNode } from "react";
import { Body, Container, Head, Hr, Html, Preview, Section, Text } from "react-email";
import { look, styleSheet } from "./look.ts";
import { Place } from "./parts.tsx";

/** What a letter is written on: known of whom it goes to, whatever it says. */
export type Sheet = {
  /** Where the portal is, without a slash at the end: `https://portal.example`. */
  portalUrl: string;
  /** The page that ends mail of this kind with one press. Left out where it always comes. */
  offUrl?: string;
  /** The page on which they choose what mail they get. Left out for whoever has no such page. */
  choicesUrl?: string;
};

type LetterProps = Sheet & {
  /** Why the person gets this, one sentence. */
  why: string;
  children: ReactNode;
};

/** The one subject of all letters: whoever sees the phone learns nothing. */
export const discreetSubject = "A note from your portal";

/** The sheet that every letter is written on. Its title and its preview are the same for all of them. */
export function Letter({ portalUrl, offUrl, choicesUrl, why, children }: LetterProps) {
  return (
    <Html lang="en">
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <title>{discreetSubject}</title>
        <style>{styleSheet}</style>
      </Head>
      <Body className="m-page" style={look.page}>
        <Preview useTitleTag={false}>You have a note.</Preview>
        <Container className="m-sheet" style={look.sheet}>
          <Section style={look.body}>
            <Text className="m-quiet" style={look.name} data-skip-in-text="true">
              Attune
            </Text>
            {children}
          </Section>
          <Section style={look.foot}>
            <Hr className="m-line" style={look.rule} />
            <Text className="m-quiet" style={look.quiet}>
              {why} {choicesUrl && <Place url={choicesUrl}>Choose what else you get</Place>}
            </Text>
            {offUrl && (
              <Text className="m-quiet" style={look.quiet}>
                <Place url={offUrl}>No more mail of this kind</Place>
                <span data-skip-in-text="true">. One press, no sign-in.</span>
              </Text>
            )}
            <Text className="m-quiet" style={look.quiet}>
              Messages are read on set days. Nobody watches this mail or the portal around the clock. If you
              need someone now: <Place url={`${portalUrl}/support`}>Support now</Place>
            </Text>
          </Section>
        </Container>
      </Body>
    </Html>
  );
}
