// Types of engine.mjs, for the tests.
type Where = { migrations?: string };
export function missingSql(url: string, where?: Where & { schema?: string }): Promise<string>;
export function deploy(url: string, where?: Where): Promise<string[]>;
export type Diagnosis = {
  editedMigrationNames: string[];
  failedMigrationNames: string[];
  hasMigrationsTable: boolean;
  history: { diagnostic: string } | null;
};
export function diagnose(url: string, where?: Where): Promise<Diagnosis>;
