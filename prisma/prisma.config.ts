// Where Prisma's command line finds the schema; the bot itself never runs that command line.
import { defineConfig } from 'prisma/config';

export default defineConfig({ schema: 'schema.prisma', migrations: { path: 'migrations' } });
