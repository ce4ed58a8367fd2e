import type { Page } from 'playwright-core';

/** A device that makes and keeps passkeys: a phone, or a security key. It shows that it is its owner's unless told not to. */
export interface PasskeyDevice {
  /** Whether its owner's finger, face or PIN is the right one. */
  readonly knowsItsOwner: (knows: boolean) => Promise<void>;
  /** Whether it answers when a page asks for a passkey. */
  readonly answers: (does: boolean) => Promise<void>;
  /** How many passkeys it keeps. */
  readonly passkeys: () => Promise<number>;
}

/** Gives a page such devices, of Chromium's own making. The page keeps them while it is open. */
export async function passkeyDevices(
  page: Page,
): Promise<(kind?: 'internal' | 'usb') => Promise<PasskeyDevice>> {
  const chromium = await page.context().newCDPSession(page);
  await chromium.send('WebAuthn.enable');
  return async (kind = 'internal') => {
    const { authenticatorId } = await chromium.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: kind,
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    return {
      knowsItsOwner: async (isUserVerified) => {
        await chromium.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
      },
      answers: async (enabled) => {
        await chromium.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled });
      },
      passkeys: async () =>
        (await chromium.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length,
    };
  };
}
