import { setTimeout as pass } from "node:timers/promises";
import { errorFields, log } from "#lib/log.ts";
import { settings } from "#lib/running/settings.ts";
import { unseal } from "#lib/sealed/seal.ts";
import { type Outcome, outcomeOf } from "./answers.ts";
import { type Claimed, claimMessage } from "./claim.ts";
import { isUrgent, type Lane } from "./lanes.ts";
import { waitForNextTurn, waitForTurn } from "./pace.ts";
import { pause, pauseLeft } from "./pauses.ts";
import { payloadPlace } from "./payload.ts";
import { postToResend } from "./resend.ts";
import { postponeMessage, settleMessage } from "./settle.ts";

type Ended = Outcome["state"] | "dropped" | "unsure" | "not due" | "postponed";

const mostPatience = 3_000;

/**
 * Sends one planned message, if it is due and nobody else has it in hand. The post happens between two transactions,
 * never inside one; what is not known to have been taken is posted again with the same key and the same bytes.
 */
export async function sendMessage(
  messageId: string,
  lane: Lane,
  now: () => number = Date.now,
): Promise<Ended> {
  const wait = pauseLeft(lane, now());
  if (wait > mostPatience) return postponeMessage(messageId, now() + wait);
  if (wait > 0) await pass(wait);
  const turn = await waitForTurn(messageId, isUrgent(lane), now());
  if (!turn) return "not due";

  const claimed = await claimMessage(messageId, now());
  if (!claimed) return "not due";
  if ("ended" in claimed) {
    const tell = claimed.ended === "unsure" ? log.error : log.info;
    tell("A mail was not sent", { messageId, kind: claimed.kind, outcome: claimed.ended });
    return claimed.ended;
  }
  // A slow database has let the turn pass, and the claim does not last for ever.
  if (performance.now() > turn.goodUntil) await waitForNextTurn();
  const outcome = await tryOnce(claimed, isUrgent(lane));
  pause(outcome, lane, now());
  const keepsIt = outcome.state === "again" && isUrgent(lane) && outcome.inMs <= mostPatience;
  await settleMessage(claimed, outcome, keepsIt ? undefined : lane, now());
  report(claimed, outcome);
  if (!keepsIt) return outcome.state;
  // The queue looks for what has come due only now and then, and here somebody waits.
  await pass(outcome.inMs);
  return sendMessage(messageId, lane, now);
}

async function tryOnce(claimed: Claimed, isUrgent: boolean): Promise<Outcome> {
  let body: string;
  try {
    body = unseal(settings().encryptionKeys, claimed.payload, payloadPlace(claimed.id)).toString("utf8");
  } catch (error) {
    log.error("A mail cannot be opened", { messageId: claimed.id, ...errorFields(error) });
    return { state: "again", code: "cannot_unseal", inMs: 60_000, wasRefused: true, isOdd: true };
  }
  const answer = await postToResend(claimed.id, body, isUrgent);
  return outcomeOf(answer, { tries: claimed.attempts, isUrgent });
}

function report({ id, kind, attempts }: Claimed, outcome: Outcome): void {
  const fields = { messageId: id, kind, attempts, outcome: outcome.state, code: outcome.code };
  if (outcome.state === "again")
    (outcome.isOdd ? log.error : log.warn)("A mail waits for another try", {
      ...fields,
      inSeconds: Math.round(outcome.inMs / 1_000),
    });
  else if (outcome.isOdd) log.error("A mail ended oddly", fields);
  else log.info("A mail was sent", fields);
}
