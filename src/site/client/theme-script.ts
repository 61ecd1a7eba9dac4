/** The one script that runs before paint: it applies the stored theme and says that JavaScript runs. */

export const THEME_KEY = 'wardbook-theme';

/** Source text, put into the head as it is; its hash goes into the page's policy. */
export const THEME_SCRIPT = [
  '(()=>{const d=document.documentElement;',
  "d.dataset.js='';",
  `try{const t=localStorage.getItem('${THEME_KEY}');`,
  "if(t==='light'||t==='dark')d.dataset.theme=t}catch{}})()",
].join('');
