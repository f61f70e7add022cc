/** What the coach wrote with an answer, as it was written. */
export function SaidByCoach({ coachName, sentence }: { coachName: string; sentence: string }) {
  return (
    <figure className="wrote">
      <figcaption className="small quiet">{coachName} wrote</figcaption>
      <blockquote>{sentence}</blockquote>
    </figure>
  );
}
