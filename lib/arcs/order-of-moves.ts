type Stretch = { start: number; end: number };
type Move = { occupied: Stretch; to: { occupied: Stretch } };

/**
 * The moves in an order in which none goes to where another still is. Sessions that keep their order can always be
 * moved so; what cannot is left at the end for the database to refuse.
 */
export function orderOfMoves<M extends Move>(moves: readonly M[]): M[] {
  const waiting = [...moves];
  const ordered: M[] = [];
  while (waiting.length > 0) {
    const free = waiting.findIndex(
      (move) => !waiting.some((other) => other !== move && meet(move.to.occupied, other.occupied)),
    );
    ordered.push(...waiting.splice(Math.max(free, 0), 1));
  }
  return ordered;
}

const meet = (one: Stretch, other: Stretch) => one.start < other.end && other.start < one.end;
