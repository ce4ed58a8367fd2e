/*
 * Everything works without this file. It brings to life the few GOV.UK components that are better with it.
 */
import {
  Button,
  Checkboxes,
  ErrorSummary,
  FileUpload,
  NotificationBanner,
  Radios,
  ServiceNavigation,
  SkipLink,
  Tabs,
  createAll,
  isSupported,
} from 'asset:govuk';

document.body.classList.add('js-enabled');
if ('noModule' in HTMLScriptElement.prototype) document.body.classList.add('govuk-frontend-supported');

if (isSupported()) {
  for (const component of [
    Button,
    Checkboxes,
    ErrorSummary,
    FileUpload,
    NotificationBanner,
    Radios,
    ServiceNavigation,
    SkipLink,
    Tabs,
  ]) {
    createAll(component);
  }
}

// What is folded away on screen is part of the paper: unfold it to print, and fold it back.
let unfolded = [];
addEventListener('beforeprint', () => {
  unfolded = [...document.querySelectorAll('main details:not([open])')];
  for (const details of unfolded) details.open = true;
});
addEventListener('afterprint', () => {
  for (const details of unfolded) details.open = false;
});

// Without it the form for a passkey stays out of sight, and the other ways in stand beside it.
if (document.querySelector('form[data-passkey]')) import('asset:passkeys').catch(() => undefined);
