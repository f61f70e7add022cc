import { Letter, type Sheet } from "./letter.tsx";
import { Action, Aside, Words } from "./parts.tsx";

export type CoachDayProps = {
  /** Whom the letter greets. */
  name: string;
  /** "Tuesday 8 December". */
  day: string;
  /** Each "18:00 to 19:15, Ada". */
  sessions: string[];
  /** What waits for an answer, and until when: "Jo and Ute, kept until Thursday 10 December, 18:00". */
  requests: string[];
  /** A line about what the coach has yet to write about earlier sessions, with a count and nothing else. */
  unfinished: string | undefined;
  /** "Lisbon time (Europe/Lisbon)". */
  zone: string;
  /** The coach's own first page. */
  deskUrl: string;
  sheet: Sheet;
};

export default function CoachDay(props: CoachDayProps) {
  const { name, day, sessions, requests, unfinished, zone, deskUrl, sheet } = props;
  return (
    <Letter {...sheet} why="You get this on days on which somebody comes or something waits for you.">
      <Words>Hello {name},</Words>
      <Words>{sessions.length > 0 ? `This is your ${day}:` : `Nobody comes on ${day}.`}</Words>
      {sessions.map((session) => (
        <Words key={session}>{session}</Words>
      ))}
      {requests.length > 0 && (
        <>
          <Words>This waits for your answer:</Words>
          {requests.map((request) => (
            <Words key={request}>{request}</Words>
          ))}
        </>
      )}
      {unfinished && <Words>{unfinished}</Words>}
      <Aside>All times are in {zone}.</Aside>
      <Action label="Open your day" url={deskUrl} />
    </Letter>
  );
}

CoachDay.PreviewProps = {
  name: "Sergio",
  day: "Tuesday 8 December",
  sessions: ["10:00 to 11:15, Mara", "18:00 to 19:15, Alex"],
  requests: ["Jo and Ute, kept until Thursday 10 December, 18:00"],
  unfinished: "You have not finished writing about 2 earlier sessions.",
  zone: "Lisbon time (Europe/Lisbon)",
  deskUrl: "https://portal.example/coach",
  sheet: {
    portalUrl: "https://portal.example",
    choicesUrl: "https://portal.example/coach/account",
    offUrl: "https://portal.example/mail/off?t=Zk3mB0c9Qy7w",
  },
} satisfies CoachDayProps;
