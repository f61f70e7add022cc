/** The same words wherever the law matters. Nothing is said about what holds where. */
export function AboutTheLaw({ coachName = "Sergio" }: { coachName?: string }) {
  return (
    <p>
      Laws on psychedelics differ by country, state and city, and they change. Nothing here is legal or
      medical advice. {coachName} does not supply, sell, source or help you obtain any substance, and does not
      advise on amounts. Guidance sessions are offered only in settings where they are lawful. If you are
      unsure about the law where you live, ask a qualified lawyer.
    </p>
  );
}
