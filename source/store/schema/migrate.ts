import type {Database} from 'better-sqlite3';
import {applicationId, migrations} from './schema.ts';

/**
 * Brings a database to the newest version of the schema, in one transaction.
 *
 * @param steps what turns each version into the next; the version is how many have been taken
 * @throws Error that says what to do when the database is newer, or older and only being read
 */
export function migrate(db: Database, steps: readonly string[] = migrations): void {
	const version = () => db.pragma('user_version', {simple: true}) as number;
	if (version() === steps.length) {
		return;
	}
	if (version() > steps.length) {
		throw new Error(
			`it has version ${version()} and this salesmon knows versions up to ${steps.length}; update salesmon`,
		);
	}
	if (db.readonly) {
		throw new Error(
			`it has the older version ${version()} and was opened for reading only; a command that writes, such as salesmon produce, upgrades it to ${steps.length}`,
		);
	}
	db.transaction(() => {
		// Asked again inside: another program may have upgraded it meanwhile.
		for (const step of steps.slice(version())) {
			db.exec(step);
		}
		db.pragma(`user_version = ${steps.length}`);
		db.pragma(`application_id = ${applicationId}`);
	}).immediate();
}
