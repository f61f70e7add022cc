import type { ReactNode } from "react";
import { Button, Heading, Link, Text } from "react-email";
import { look } from "./look.ts";

/** A paragraph. */
export function Words({ children }: { children: ReactNode }) {
  return (
    <Text className="m-ink" style={look.text}>
      {children}
    </Text>
  );
}

/** A paragraph in the background. */
export function Aside({ children }: { children: ReactNode }) {
  return (
    <Text className="m-quiet" style={look.quiet}>
      {children}
    </Text>
  );
}

type WhenProps = { when: string; lines: (string | undefined)[] };

/** The time, large, and what belongs to it in lines beneath. */
export function When({ when, lines }: WhenProps) {
  return (
    <>
      <Heading as="h1" className="m-ink m-when" style={look.when}>
        {when}
      </Heading>
      <Text className="m-quiet m-beneath" style={{ ...look.quiet, marginBottom: 20 }}>
        {lines
          .filter((line) => line !== undefined)
          .map((line, index) => (
            <span key={line}>
              {index > 0 && <br />}
              {line}
            </span>
          ))}
      </Text>
    </>
  );
}

type TimesProps = { times: string[]; zone: string };

/** Several times, a line each, and the zone that they are in. */
export function Times({ times, zone }: TimesProps) {
  return (
    <>
      {times.map((time) => (
        <Text key={time} className="m-ink" style={{ ...look.text, marginBottom: 6 }}>
          {time}
        </Text>
      ))}
      <Text className="m-quiet" style={{ ...look.quiet, marginBottom: 20 }}>
        {times.length === 1 ? "This is" : "These are"} in {zone}.
      </Text>
    </>
  );
}

/** What to do next: a button, and its address written out for those whose mail shows no buttons. */
export function Action({ label, url }: { label: string; url: string }) {
  return (
    <>
      <Button className="m-button" style={look.button} href={url}>
        {label}
      </Button>
      <Text className="m-quiet" style={{ ...look.quiet, marginBottom: 20 }} data-skip-in-text="true">
        If the button does not open, use this address:
        <br />
        <Link className="m-link" style={look.address} href={url}>
          {url}
        </Link>
      </Text>
    </>
  );
}

/** A link of words only. */
export function Place({ url, children }: { url: string; children: string }) {
  return (
    <Link className="m-link" style={look.link} href={url}>
      {children}
    </Link>
  );
}

/** A code to type. */
export function Code({ children }: { children: string }) {
  return (
    <Text className="m-code" style={look.code}>
      {children}
    </Text>
  );
}
