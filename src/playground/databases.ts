// The databases of the cities, in the playground's own PostgreSQL.
import pg from 'pg';
import { migrate } from '../postgres/migrate.ts';

/** Makes, copies and drops databases by their short names. */
export class Databases {
  readonly #serverUrl: string;
  readonly #prefix: string;

  /** `serverUrl` may create databases; their names begin with `prefix`. */
  constructor(serverUrl: string, prefix = 'playground') {
    this.#serverUrl = serverUrl;
    this.#prefix = prefix;
  }

  /** Address of a database, whether it is there or not. */
  url(name: string): string {
    return Object.assign(new URL(this.#serverUrl), { pathname: `/${this.#prefix}_${name}` }).href;
  }

  async has(name: string): Promise<boolean> {
    const rows = await this.#ask('SELECT 1 FROM pg_database WHERE datname = $1', [`${this.#prefix}_${name}`]);
    return rows.length > 0;
  }

  /** Makes it anew and empty, with all tables. */
  async create(name: string): Promise<void> {
    await this.drop(name);
    await this.#ask(`CREATE DATABASE ${this.#prefix}_${name}`);
    await migrate(this.url(name));
  }

  /** Makes it anew as a copy of one that nobody uses. */
  async copy(from: string, to: string): Promise<void> {
    await this.drop(to);
    await this.#ask(`CREATE DATABASE ${this.#prefix}_${to} TEMPLATE ${this.#prefix}_${from}`);
  }

  async drop(name: string): Promise<void> {
    await this.#ask(`DROP DATABASE IF EXISTS ${this.#prefix}_${name} WITH (FORCE)`);
  }

  /** Commits need not reach the disk at once here: after a power cut the last moments of a game are gone, nothing worse. */
  async hurry(): Promise<void> {
    await this.#ask('ALTER ROLE CURRENT_USER SET synchronous_commit = off');
  }

  async #ask(statement: string, values: string[] = []): Promise<unknown[]> {
    const client = new pg.Client({ connectionString: this.#serverUrl, application_name: 'orynda playground' });
    client.on('error', () => undefined); // the query under way tells it
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(statement, values)).rows;
    } finally {
      await client.end();
    }
  }
}
