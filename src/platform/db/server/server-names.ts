/** PostgreSQL's own administrator in a server that Throughline runs: makes the role and the database below, no more. */
export const ROLE_ADMINISTRATOR = 'postgres';

/** The role that the application uses. It owns its database and is no administrator. */
export const ROLE_APPLICATION = 'throughline';

export const DATABASE = 'throughline';
