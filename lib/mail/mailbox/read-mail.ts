import { ApiError } from "./api-error.ts";
import { isAddress, type NewMail } from "./mail.ts";

type Fields = Record<string, unknown>;

/** One mail of a request, checked as Resend checks it. */
export function readMail(input: unknown): NewMail {
  if (!isObject(input)) throw invalid("The request body should be an object.");
  const from = readText(input, "from");
  if (!isAddress(from)) throw badAddress("from");
  const html = readOptionalText(input, "html");
  const text = readOptionalText(input, "text");
  if (html === undefined && text === undefined) throw missing("html` or `text");
  return {
    from,
    to: readAddresses(input, "to", true),
    cc: readAddresses(input, "cc"),
    bcc: readAddresses(input, "bcc"),
    replyTo: readAddresses(input, "reply_to"),
    subject: readSubject(input),
    html: html ?? "",
    text: text ?? "",
    headers: readHeaders(input.headers),
    tags: readTags(input.tags),
    attachments: readAttachments(input.attachments),
  };
}

function readText(input: Fields, name: string): string {
  const value = readOptionalText(input, name);
  if (value === undefined || value === "") throw missing(name);
  return value;
}

function readOptionalText(input: Fields, name: string): string | undefined {
  const value = input[name] ?? undefined;
  if (value !== undefined && typeof value !== "string")
    throw invalid(`The \`${name}\` field must be a string.`);
  return value;
}

function readSubject(input: Fields): string {
  const subject = readText(input, "subject");
  if (/[\r\n]/.test(subject)) throw invalid("The `\\n` is not allowed in the `subject` field.");
  return subject;
}

function readAddresses(input: Fields, name: string, isRequired = false): string[] {
  const value = input[name] ?? [];
  const addresses = Array.isArray(value) ? value : [value];
  if (isRequired && addresses.length === 0) throw missing(name);
  if (addresses.length > 50) throw invalid(`The \`${name}\` field has more than 50 addresses.`);
  return addresses.map((address) => {
    if (typeof address !== "string" || !isAddress(address)) throw badAddress(name);
    return address;
  });
}

function readHeaders(value: unknown = {}): Record<string, string> {
  const entries = isObject(value) ? Object.entries(value) : undefined;
  if (
    !entries?.every(
      ([name, text]) => /^[\w-]+$/.test(name) && typeof text === "string" && !/[\r\n]/.test(text),
    )
  )
    throw invalid("The `headers` field must be an object of strings, each of one line.");
  return Object.fromEntries(entries.map(([name, text]) => [name, String(text)]));
}

function readTags(value: unknown = []): NewMail["tags"] {
  if (!Array.isArray(value)) throw invalid("The `tags` field must be an array.");
  return value.map((tag: unknown) => {
    if (!isObject(tag) || !isTagText(tag.name) || !isTagText(tag.value))
      throw invalid("Tags should only contain ASCII letters, numbers, underscores, or dashes.");
    return { name: tag.name, value: tag.value };
  });
}

function readAttachments(value: unknown = []): NewMail["attachments"] {
  if (!Array.isArray(value)) throw badAttachment("The `attachments` field must be an array.");
  return value.map((attachment: unknown) => {
    if (!isObject(attachment)) throw badAttachment("An attachment must be an object.");
    const { filename, content, content_type: contentType = "application/octet-stream" } = attachment;
    if (typeof content !== "string" || !/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(content))
      throw badAttachment("The `content` of an attachment must be base64.");
    if (typeof filename !== "string" || !/^[^\p{Cc}/\\]{1,255}$/u.test(filename))
      throw badAttachment("An attachment must have a `filename`.");
    if (typeof contentType !== "string" || !/^[\x20-\x7e]{1,255}$/.test(contentType))
      throw badAttachment("The `content_type` of an attachment cannot be read.");
    const isText = contentType.startsWith("text/");
    return {
      filename,
      contentType,
      content,
      ...(isText && { text: Buffer.from(content, "base64").toString("utf8") }),
    };
  });
}

const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isTagText = (value: unknown): value is string =>
  typeof value === "string" && /^[\w-]{1,256}$/.test(value);

const missing = (name: string) => new ApiError(422, "missing_required_field", `Missing \`${name}\` field.`);

const invalid = (message: string) => new ApiError(422, "validation_error", message);

const badAttachment = (message: string) => new ApiError(422, "invalid_attachment", message);

const badAddress = (name: string) =>
  invalid(
    `Invalid \`${name}\` field. The email address needs to follow the \`email@example.com\` or \`Name <email@example.com>\` format.`,
  );
