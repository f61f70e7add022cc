/** Where a link in a lesson may lead: another site, a mail, a call, or a page of ours. */
export const keptAddress = /^(https?:\/\/|mailto:|tel:|\/(?!\/))[^\s\\]+$/i;
