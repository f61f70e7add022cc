import { Badge } from "#app/ui/badge.tsx";
import { needsTalk, tierWords } from "#lib/flags/tier-words.ts";
import type { Tier } from "#lib/questions/question.ts";

export function TierBadges({ tiers }: { tiers: readonly Tier[] }) {
  return (
    <span className="tiers">
      {tiers.map((tier) => (
        <Badge key={tier} kind={needsTalk(tier) ? "talk" : tier === "please_look" ? "look" : "plain"}>
          {tierWords[tier]}
        </Badge>
      ))}
    </span>
  );
}
