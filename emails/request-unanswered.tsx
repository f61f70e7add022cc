import { Letter, type Sheet } from "./letter.tsx";
import { Action, Times, Words } from "./parts.tsx";

export type RequestUnansweredProps = {
  /** Whom the letter greets. */
  name: string;
  /** Whom they asked. */
  with: string;
  /** Each "Tuesday 8 December, 18:00 to 19:15". */
  times: string[];
  /** "Lisbon time (Europe/Lisbon)". */
  zone: string;
  /** Where another time can be chosen. */
  bookUrl: string;
  sheet: Sheet;
};

export default function RequestUnanswered(props: RequestUnansweredProps) {
  const { name, times, zone, bookUrl, sheet } = props;
  const isOne = times.length === 1;
  return (
    <Letter {...sheet} why="You get this because you asked for a time. Mail about bookings is always sent.">
      <Words>Hello {name},</Words>
      <Words>
        You asked {props.with} for {isOne ? "this time" : "these times"}, and nobody answered before{" "}
        {isOne ? "it" : "the first of them"} came. We are sorry about that.
      </Words>
      <Times times={times} zone={zone} />
      <Words>
        {isOne ? "It was" : "They were"} let go, so you do not meet then. If you still would like to meet, you
        can choose another time, or write to {props.with}. {props.with} knows that this went unanswered.
      </Words>
      <Action label="Choose another time" url={bookUrl} />
    </Letter>
  );
}

RequestUnanswered.PreviewProps = {
  name: "Alex",
  with: "Sergio",
  times: ["Tuesday 8 December, 18:00 to 19:15"],
  zone: "Lisbon time (Europe/Lisbon)",
  bookUrl: "https://portal.example/book",
  sheet: { portalUrl: "https://portal.example", choicesUrl: "https://portal.example/account" },
} satisfies RequestUnansweredProps;
