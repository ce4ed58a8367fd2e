import { chown, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ownAccount } from '../../own-account.ts';
import { SOCKET_PORT } from './socket-folder.ts';
import { ROLE_ADMINISTRATOR, ROLE_APPLICATION } from './server-names.ts';
import type { ServerPlace } from './server-place.ts';

/**
 * Writes who may connect, and gives the server's settings as arguments. There is no password: the server listens on
 * one socket in a folder closed to others, and the system vouches for the account at the other end (`peer`).
 *
 * Written at every start rather than kept in the data folder's own files, so that a new version of Throughline brings
 * its settings along.
 *
 * @param extra further settings, such as fsync=off for tests
 */
export async function writeServerSettings(
  place: ServerPlace,
  socketFolder: string,
  extra: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const accessFile = join(place.folder, 'access.conf');
  const accountsFile = join(place.folder, 'accounts.conf');
  const accounts = new Set(['root', place.account.name, ownAccount().name ?? 'root']);
  const roles = [ROLE_ADMINISTRATOR, ROLE_APPLICATION];
  const rows = [...accounts].flatMap((account) => roles.map((role) => `throughline "${account}" ${role}\n`));
  await writeOwned(accessFile, 'local all all peer map=throughline\n', place);
  await writeOwned(accountsFile, rows.join(''), place);
  const settings = {
    listen_addresses: '',
    unix_socket_directories: quoted(socketFolder),
    unix_socket_permissions: '0700',
    port: String(SOCKET_PORT),
    hba_file: accessFile,
    ident_file: accountsFile,
    // Room for a web process, a job process, a command line and a person; each connection costs a process.
    max_connections: '60',
    // A council's whole record is some hundred megabytes, most of which the system's own cache holds as well.
    shared_buffers: '64MB',
    huge_pages: 'off',
    max_wal_size: '256MB',
    // Our queries are short: compiling them costs more than it saves.
    jit: 'off',
    // An acknowledged save must survive the power going, so these are said although they are the defaults.
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    log_destination: 'stderr',
    logging_collector: 'off',
    log_checkpoints: 'off',
    // Statements carry people's names: on an error the log has the error, not the statement.
    log_min_error_statement: 'panic',
    log_parameter_max_length_on_error: '0',
    cluster_name: 'throughline',
    ...extra,
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** As one item of a list of folders, in which a comma or a space would otherwise start another. */
function quoted(folder: string): string {
  return `"${folder.replaceAll('"', '""')}"`;
}

async function writeOwned(file: string, text: string, place: ServerPlace): Promise<void> {
  await writeFile(file, text, { mode: 0o600 });
  if (place.account.switched) await chown(file, place.account.uid, place.account.gid);
}
