import { acceptProposal } from "#lib/bookings/commands/accept-proposal.ts";
import { acceptProposalInput } from "#lib/bookings/input.ts";
import { idIn } from "#lib/http/request.ts";
import { clientMutation } from "#lib/http.ts";

/** Takes one of the times that the coach proposed. */
export const POST = clientMutation(acceptProposalInput, (client, { input, params, now }) =>
  acceptProposal(client, idIn(params), input.proposalId, now),
);
