import { join } from 'node:path';
import { worldFaults } from '#lib/server/basemap.ts';
import { ensureBuild } from './ensure-build';
import { serve, type Served } from './serve';

const FIRST_PORT = 4173;
const PORTS_TRIED = 50;
const projectDir = join(import.meta.dirname, '..', '..');

try {
	const wanted = process.env.PORT ? portFrom(process.env.PORT) : null;
	ensureBuild(projectDir);
	for (const fault of worldFaults(join(projectDir, 'static', 'basemap'))) console.warn(`\n${fault}`);
	const dir = join(projectDir, 'build');
	const { url } = wanted === null ? await serveOnFreePort(dir) : await serveOn(wanted, dir);
	console.log(`\n  Dateline is at  ${url}\n  Stop it with Ctrl+C.\n`);
} catch (error) {
	console.error(`\n${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
}

function portFrom(text: string): number {
	const port = Number(text);
	if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
	throw new Error(`PORT must be a whole number from 0 to 65535 — saw "${text}".`);
}

async function serveOn(port: number, dir: string): Promise<Served> {
	try {
		return await serve({ port, dir });
	} catch (error) {
		throw new Error(whyNotServed(port, error as NodeJS.ErrnoException), { cause: error });
	}
}

function whyNotServed(port: number, { code, message }: NodeJS.ErrnoException): string {
	if (code === 'EADDRINUSE')
		return `Port ${port} is taken by another program. Choose another PORT, or leave PORT out.`;
	if (code === 'EACCES') return `The system does not let you open port ${port}. Choose a PORT from 1024 up.`;
	return `The site could not be served on port ${port}: ${message}`;
}

async function serveOnFreePort(dir: string): Promise<Served> {
	for (let port = FIRST_PORT; port < FIRST_PORT + PORTS_TRIED; port++) {
		try {
			return await serve({ port, dir });
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
		}
	}
	throw new Error(
		`Ports ${FIRST_PORT} to ${FIRST_PORT + PORTS_TRIED - 1} are all taken. Name a free one: PORT=8080 npm start`,
	);
}
