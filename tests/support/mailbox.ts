type Mail = {
  subject: string;
  html: string;
  text: string;
  from: string;
  headers: Record<string, string>;
  attachments: { filename: string; contentType: string; text?: string }[];
};

/** The newest mail to an address, once that many have come. A mail is sent by a worker, so it takes a moment. */
export const newestMail = (mailbox: string, address: string, count = 1): Promise<Mail> =>
  newestOf(allMail, mailbox, address, count);

/** As newestMail, of those with a code only: at some hours a reminder comes between to a person of the demo. */
export const newestCodeMail = (mailbox: string, address: string, count = 1): Promise<Mail> =>
  newestOf(codeMail, mailbox, address, count);

async function newestOf(read: typeof allMail, mailbox: string, address: string, count: number) {
  const until = Date.now() + 15_000;
  for (;;) {
    const mails = await read(mailbox, address);
    if (mails[0] && mails.length >= count) return mails[0];
    if (Date.now() > until) throw new Error(`${mails.length} of ${count} mails came to ${address}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** All mails with a code to an address so far, newest first. */
export async function codeMail(mailbox: string, address: string): Promise<Mail[]> {
  return (await allMail(mailbox, address)).filter(({ text }) => codeLine.test(text));
}

/** All mails to an address so far, newest first. */
export async function allMail(mailbox: string, address: string): Promise<Mail[]> {
  const response = await fetch(`${mailbox}/messages?to=${encodeURIComponent(address)}`);
  return (await response.json()) as Mail[];
}

const codeLine = /^([A-Z0-9]{6})$/m;

/** The six characters on a line of their own. */
export function codeIn(mail: Mail): string {
  const code = codeLine.exec(mail.text)?.[1];
  if (!code) throw new Error("There is no code in this mail");
  return code;
}

/** The link that leads to the page with the button. */
export function linkIn(mail: Mail): string {
  const link = /https?:\/\/\S+\/sign-in\/confirm\?\S+/.exec(mail.text)?.[0];
  if (!link) throw new Error("There is no link in this mail");
  return link;
}
