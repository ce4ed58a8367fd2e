/*
 * Fills the forms that a passkey fills: asks the browser for the passkey and sends the form with its answer. Nothing is
 * fetched; what the browser is asked stands in the form, as the server made it.
 */
import 'asset:webauthn';

const { browserSupportsWebAuthn, startAuthentication, startRegistration } = globalThis.SimpleWebAuthnBrowser;

for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (!browserSupportsWebAuthn()) {
    // The sentence that says so stands behind the form.
    form.nextElementSibling.hidden = false;
    continue;
  }
  form.classList.add('tl-passkey--ready');
  form.addEventListener('submit', (event) => {
    const answer = form.elements.namedItem('answer');
    if (answer.value !== '') return;
    event.preventDefault();
    ask(form).then(
      (given) => {
        answer.value = JSON.stringify(given);
        form.submit();
      },
      () => {
        form.querySelector('.tl-passkey__problem').hidden = false;
      },
    );
  });
}

function ask(form) {
  const optionsJSON = JSON.parse(form.dataset.options);
  return form.dataset.passkey === 'create'
    ? startRegistration({ optionsJSON })
    : startAuthentication({ optionsJSON });
}
