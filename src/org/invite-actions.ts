// The key of invitation links: the bot's token together with a secret that this database made for itself.
import { randomBytes } from 'node:crypto';
import type { App } from '../app.ts';
import type { InviteKey } from './invite-rules.ts';

/** Name of the setting that holds the secret. */
const secretKey = 'org.invite-secret';

/** What the tokens of all invitations follow from; the secret is made at the first call and stays. */
export async function inviteKey(app: App): Promise<InviteKey> {
  const { botToken } = app.config;
  const known = await app.db.setting.findUnique({ where: { key: secretKey } });
  if (known) return { botToken, secret: known.value };
  const made = { key: secretKey, value: randomBytes(32).toString('base64url') };
  // Another process may make it at the same moment: the first one counts.
  await app.db.setting.createMany({ data: [made], skipDuplicates: true });
  const { value: secret } = await app.db.setting.findUniqueOrThrow({ where: { key: secretKey } });
  return { botToken, secret };
}
