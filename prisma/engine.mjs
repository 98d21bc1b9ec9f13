// Prisma's schema engine as WebAssembly, for development and checks only: what must change between migrations and schema.
// Its command line would download a native engine; this one works without a network. The versions are pinned exactly.
import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import pg from 'pg';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const noFilters = { externalTables: [], externalEnums: [] };

/** SQL that leads from the migrations to the schema; empty when they agree. `url` may create databases. */
export async function missingSql(url, { schema = here('schema.prisma'), migrations = here('migrations') } = {}) {
  const files = [{ path: schema, content: await readFile(schema, 'utf8') }];
  const from = { tag: 'migrations', ...(await migrationList(migrations)) };
  const question = { from, to: { tag: 'schemaDatamodel', files }, script: true, exitCode: true, filters: noFilters };
  const { exitCode, stdout } = await withEngine(url, (engine) => engine.diff(question));
  return exitCode === 2 ? (stdout ?? '') : '';
}

/** What `prisma migrate deploy` would say of the database at `url`: edited, failed and missing migrations. */
export async function diagnose(url, { migrations = here('migrations') } = {}) {
  const migrationsList = await migrationList(migrations);
  const question = { migrationsList, optInToShadowDatabase: true, filters: noFilters };
  return withEngine(url, (engine) => engine.diagnoseMigrationHistory(question));
}

/** Applies pending migrations to the database at `url` as `prisma migrate deploy` does; returns their names. */
export async function deploy(url, { migrations = here('migrations') } = {}) {
  const migrationsList = await migrationList(migrations);
  const order = { migrationsList, filters: noFilters };
  return (await withEngine(url, (engine) => engine.applyMigrations(order))).appliedMigrationNames;
}

let loading;

async function withEngine(url, work) {
  const { SchemaEngine } = await (loading ??= loadEngine());
  const adapters = new EngineAdapter(url);
  try {
    const schema = await readFile(here('schema.prisma'), 'utf8');
    const factory = bindMigrationAwareSqlAdapterFactory(adapters);
    return await work(await SchemaEngine.new({ datamodels: [['schema.prisma', schema]] }, () => undefined, factory));
  } finally {
    await adapters.closeAll();
  }
}

async function loadEngine() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => console.error(message) };
  const name = '@prisma/schema-engine-wasm/schema_engine_bg';
  const glue = await import(name);
  const code = await readFile(
    createRequire(import.meta.url)
      .resolve(name)
      .replace(/\.js$/, '.wasm'),
  );
  const { instance } = await WebAssembly.instantiate(code, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return glue;
}

async function migrationList(baseDir) {
  const entries = await readdir(baseDir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const directory = async (name) => {
    const value = await readFile(join(baseDir, name, 'migration.sql'), 'utf8');
    return { path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok', value } } };
  };
  const lock = await readFile(join(baseDir, 'migration_lock.toml'), 'utf8').catch(() => null);
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: lock },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(names.sort().map(directory)),
  };
}

/**
 * The engine reads catalogues with the type "char" (18), which the adapter does not know. It is smuggled through as
 * uuid (2950), which no catalogue has, and called a character on the other side.
 */
class CatalogueClient extends pg.Client {
  _handleRowDescription(message) {
    for (const field of message.fields) if (field.dataTypeID === 18) field.dataTypeID = 2950;
    super._handleRowDescription(message);
  }
}

function nameCharacters(result) {
  const { Uuid, Character } = ColumnTypeEnum;
  return { ...result, columnTypes: result.columnTypes.map((type) => (type === Uuid ? Character : type)) };
}

/**
 * The adapter with its faults mended: scripts are not cut at every semicolon nor spread over a pool, the shadow
 * database is never the real one (the address would win over the name), and it is dropped after its pool has closed.
 */
class EngineAdapter extends PrismaPg {
  closers = [];

  constructor(url) {
    super({ connectionString: url });
    this.url = url;
  }

  async connect() {
    return this.open(this.url);
  }

  async connectToShadowDb() {
    const database = `shadow_${process.pid}_${randomUUID().replaceAll('-', '')}`;
    await this.administer(`CREATE DATABASE ${database} TEMPLATE template0`);
    const drop = () => this.administer(`DROP DATABASE ${database} WITH (FORCE)`);
    return this.open(Object.assign(new URL(this.url), { pathname: `/${database}` }).href, drop);
  }

  async open(url, afterwards) {
    const pool = new pg.Pool({ connectionString: url, max: 1, Client: CatalogueClient });
    const adapter = await new PrismaPg(pool).connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => nameCharacters(await queryRaw(query));
    adapter.executeScript = async (script) => void (await pool.query(script));
    let closing;
    adapter.dispose = () => (closing ??= pool.end().then(afterwards));
    this.closers.push(adapter.dispose);
    return adapter;
  }

  /** The engine leaves connections open, and with them its lock. */
  async closeAll() {
    for (const close of this.closers) await close();
  }

  async administer(statement) {
    const client = new pg.Client(this.url);
    await client.connect();
    await client.query(statement).finally(() => client.end());
  }
}
