import fc from "fast-check";
import { expect, test } from "vitest";
import { orderOfMoves } from "#lib/arcs/order-of-moves.ts";

const move = (from: number, to: number, length = 10) => ({
  occupied: { start: from, end: from + length },
  to: { occupied: { start: to, end: to + length } },
});

/** How often one goes to where another still is, when they go in this order. */
function collisions(moves: readonly ReturnType<typeof move>[]): number {
  return moves.filter(({ to }, index) =>
    moves
      .slice(index + 1)
      .some(({ occupied }) => to.occupied.start < occupied.end && occupied.start < to.occupied.end),
  ).length;
}

test("who makes room goes first", () => {
  const [near, far] = [move(0, 20), move(20, 40)];
  expect(orderOfMoves([near, far])).toEqual([far, near]);
  expect(collisions([near, far])).toBe(1);
});

test("sessions that keep their order can always be moved without meeting", () => {
  const gaps = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(gaps, fc.integer({ min: -100, max: 100 }), (pairs, shift) => {
      let [from, to] = [0, shift];
      const moves = pairs.map(([before, after]) => {
        const one = move(from + before, to + after);
        [from, to] = [one.occupied.end, one.to.occupied.end];
        return one;
      });
      const ordered = orderOfMoves(moves);
      expect(ordered).toHaveLength(moves.length);
      expect(collisions(ordered)).toBe(0);
    }),
  );
});

test("two that would change places are left for the database to refuse", () => {
  expect(orderOfMoves([move(0, 20), move(20, 0)])).toHaveLength(2);
});
