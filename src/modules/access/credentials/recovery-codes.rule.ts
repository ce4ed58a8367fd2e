/** A code however it was typed. */
export function plainRecoveryCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}

/** Whether what was typed has the form of a recovery code rather than of an authenticator's six figures. */
export function looksLikeRecoveryCode(typed: string): boolean {
  return typed.replaceAll(/[^A-Za-z0-9]/g, '').length === 10;
}
