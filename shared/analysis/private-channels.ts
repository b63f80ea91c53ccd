/** Words for channels that only those see who take part: one whole word of the name. */
const privateWords = new Set(
  `call calls chat chats conversation document documents email emails excel fax inbox letter letters mail mailbox
  mails meeting meetings memo notebook outlook paper papers phone phones postit spreadsheet spreadsheets sms telephone
  whatsapp word`.split(/\s+/),
);

/** Words that make a shared place of it: a "document management system" is no private document. */
const sharedWords = new Set(
  `app application archive board bot box calendar centre center client database desk directory drive helpdesk library
  log management manager module platform portal queue record records register repository room sharepoint shared
  service site store system template ticket ticketing tool tracker tracking wiki workflow workspace`.split(
    /\s+/,
  ),
);

/** Whether the name of a system is that of a well-known private channel (e-mail, phone, spreadsheet, chat, meeting, document ...): of each part between slashes, commas and "and" one whole word says so. */
export function isPrivateByName(name: string): boolean {
  const parts = name
    .toLowerCase()
    .replaceAll(/\be[\s-]mails?\b/g, 'email')
    .replaceAll(/\bpost-?it\b/g, 'postit')
    .split(/[/,;+&|]|\b(?:and|or)\b/)
    .map((part) => part.match(/\p{L}+/gu) ?? [])
    .filter((words) => words.length > 0);
  return (
    parts.length > 0 &&
    parts.every(
      (words) => words.some((word) => privateWords.has(word)) && !words.some((word) => sharedWords.has(word)),
    )
  );
}
