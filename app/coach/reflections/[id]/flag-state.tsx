import { TierBadges } from "#app/coach/reflections/tier-badges.tsx";
import { dateOf } from "#app/ui/when.tsx";
import type { ReadFlag } from "#lib/flags/read-flag.ts";
import { needsTalk } from "#lib/flags/tier-words.ts";
import { SettleFlag } from "./settle-flag.tsx";

/** That an answer is marked, what it waits for, and how the coach settled it. */
export function FlagState({ flag, zone, now }: { flag: ReadFlag; zone: string; now: number }) {
  const { id, tier, holdsGuidance, since, settled } = flag;
  const isTalk = needsTalk(tier);
  return (
    <div className="flag">
      <p>
        <TierBadges tiers={[tier]} />{" "}
        <span className="small quiet">
          {settled
            ? `${isTalk ? "You have talked" : "You have looked"}, ${dateOf(settled.at, zone, now)}.`
            : `Since ${dateOf(since, zone, now)}.`}
        </span>
      </p>
      {!settled && holdsGuidance && (
        <p className="small">A day of guidance waits until the two of you have talked. It decides nothing.</p>
      )}
      {settled?.words && <p className="as-written small">{settled.words}</p>}
      {tier !== "note" && (
        <SettleFlag
          key={settled ? "settled" : "open"}
          flagId={id}
          isTalk={isTalk}
          isSettled={settled !== null}
          canUndo={settled?.canUndo ?? false}
        />
      )}
    </div>
  );
}
