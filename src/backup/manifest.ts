// What a backup says of itself: form, schema, tables, and the digest of every member. Stands at its end, so that a cut file has none.
import { z } from 'zod';

/** Version of the form. A program reads its own and older ones. */
export const format = 1;

/** First member: tells a backup of ours from any other tar. */
export const firstName = 'orynda-backup.json';
export const manifestName = 'manifest.json';
/** Last member: digest of the manifest. */
export const sealName = 'manifest.sha256';

/** The only other names there are; none can lead out of a folder. */
export const tableMember = /^tables\/([a-z_][a-z0-9_]{0,62})\/\d{6}\.copy\.gz$/;
export const fileMember = /^files\/([0-9a-f]{64})$/;

const name = z.string().regex(/^[a-zA-Z_][a-zA-Z0-9_]{0,62}$/);
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().min(0);

export const firstSchema = z.object({ format: z.number().int(), program: z.string(), made: z.string() });

export const manifestSchema = z.object({
  format: z.number().int(),
  made: z.string(),
  /** Migrations applied, the last one is the version of the schema. */
  migrations: z.array(z.object({ name: z.string().regex(/^\w+$/), checksum: z.string() })).min(1),
  tables: z.array(z.object({ name, columns: z.array(name).min(1), rows: count })),
  /** Last value given, as text: it may be a bigint. */
  sequences: z.array(z.object({ name, last: z.string().regex(/^\d{1,19}$/) })),
  members: z.array(z.object({ name: z.string(), size: count, sha256: digest })),
});

export type Manifest = z.output<typeof manifestSchema>;
export type Member = Manifest['members'][number];
