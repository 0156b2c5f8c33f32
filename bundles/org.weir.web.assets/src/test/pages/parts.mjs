// The frame and the repeated parts of the reference pages. Templates in the product say the same in jte.
export const A = '../../main/resources/static';
export const i = (name, cls = '') => `<svg class="i${cls ? ' ' + cls : ''}" aria-hidden="true"><use href="${A}/weir/icons.svg#${name}"></use></svg>`;

export const TEXT = {
  en: {
    skip: 'Skip to content', main: 'Main', find: 'Search or do anything', here: 'You are here', menu: 'Menu', close: 'Close', quick: 'Quick', you: 'You',
    home: 'Home', rel: 'Relationship', accounts: 'Accounts', people: 'People', touch: 'Touchpoints', imports: 'Imports', admin: 'Administration',
    users: 'Users', roles: 'Roles', audit: 'Audit trail', bundles: 'Bundles', keys: 'Keyboard', out: 'Sign out', theme: 'Theme', light: 'Light', dark: 'Dark', auto: 'System', lang: 'Language', pass: 'Change password', fresh: 'New', search: 'Search', tsp: 'Site visits',
  },
  zh: {
    skip: '跳到内容', main: '主导航', find: '搜索或执行任何操作', here: '当前位置', menu: '菜单', close: '关闭', quick: '快捷', you: '我',
    home: '首页', rel: '客户关系', accounts: '客户', people: '联系人', touch: '接触记录', imports: '导入', admin: '系统管理',
    users: '用户', roles: '角色', audit: '审计日志', bundles: '组件包', keys: '键盘', out: '退出登录', theme: '主题', light: '浅色', dark: '深色', auto: '跟随系统', lang: '语言', pass: '修改密码', fresh: '新建', search: '搜索', tsp: '站点走访',
  },
  de: {
    skip: 'Zum Inhalt springen', main: 'Hauptnavigation', find: 'Suchen oder Befehl eingeben', here: 'Sie sind hier', menu: 'Menü', close: 'Schließen', quick: 'Schnellzugriff', you: 'Sie',
    home: 'Startseite', rel: 'Kundenbeziehungen', accounts: 'Kundenunternehmen', people: 'Ansprechpersonen', touch: 'Kundenkontakte', imports: 'Datenübernahmen', admin: 'Verwaltung',
    users: 'Benutzerkonten', roles: 'Rollen und Berechtigungen', audit: 'Änderungsprotokoll', bundles: 'Installierte Bündel', keys: 'Tastenkürzel', out: 'Abmelden', theme: 'Darstellung', light: 'Hell', dark: 'Dunkel', auto: 'System', lang: 'Sprache', pass: 'Kennwort ändern', fresh: 'Neu', search: 'Suche', tsp: 'Standortbesichtigungen',
  },
};

export const head = ({ title, lang = 'en', theme = 'auto' }) => `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : lang}" data-theme="${theme}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
  <meta name="csrf" content="0d6f5a0c-the-token">
  <title>${title} · Weir</title>
  <link rel="icon" href="${A}/weir/favicon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="${A}/weir/tokens.css">
  <link rel="stylesheet" href="${A}/weir/weir.css">
  <script defer src="${A}/lib/htmx.min.js"></script>
  <script defer src="${A}/lib/idiomorph.min.js"></script>
  <script type="module" src="${A}/weir/weir.js"></script>
</head>`;

const nav = (t, on) => {
  const a = (id, href, icon, label, n = '') => `<li><a href="${href}"${on === id ? ' aria-current="page"' : ''}>${i(icon)}<span>${label}</span>${n && `<small>${n}</small>`}</a></li>`;
  return `<nav class="rail" id="rail" aria-label="${t.main}">
    <div class="row"><a class="mark" href="home.html">${i('weir')}Weir</a><a class="btn plain icon rail-close" href="#" aria-label="${t.close}">${i('x')}</a></div>
    <ul>${a('home', 'home.html', 'house', t.home)}</ul>
    <h2 id="nav-rel">${t.rel}</h2>
    <ul aria-labelledby="nav-rel">${a('accounts', 'list.html', 'building-2', t.accounts, '2,599')}${a('people', 'people.html', 'users', t.people, '1,000+')}${a('touch', 'touchpoints.html', 'handshake', t.touch)}${a('partner', '#', 'map-pin', t.tsp)}</ul>
    <h2 id="nav-admin">${t.admin}</h2>
    <ul aria-labelledby="nav-admin">${a('imports', 'import-map.html', 'upload', t.imports)}${a('users', 'users.html', 'user', t.users)}${a('roles', '#', 'shield-check', t.roles)}${a('audit', 'audit.html', 'scroll-text', t.audit)}${a('bundles', 'bundles.html', 'puzzle', t.bundles)}</ul>
  </nav>`;
};

export const userMenu = (t, lang, theme) => `<button class="face" type="button" popovertarget="me"><span aria-hidden="true">LW</span><span class="hush">Lindiwe Wessels</span></button>
      <div id="me" popover class="menu-pop">
        <ul class="menu">
          <li class="who"><b>Lindiwe Wessels</b><span class="quiet small">lindiwe.wessels@weir.example</span></li>
          <li><hr></li>
          <li class="pick-one"><span class="small quiet" id="theme-label">${t.theme}</span>
            <form class="seg" method="post" action="/preferences/theme" data-theme-switch aria-labelledby="theme-label"><input type="hidden" name="_csrf" value="0d6f5a0c-the-token">
              <button name="theme" value="light" aria-pressed="${theme === 'light'}">${i('sun', 's')}${t.light}</button><button name="theme" value="dark" aria-pressed="${theme === 'dark'}">${i('moon', 's')}${t.dark}</button><button name="theme" value="auto" aria-pressed="${theme === 'auto'}">${i('monitor', 's')}${t.auto}</button></form></li>
          <li class="pick-one"><span class="small quiet" id="lang-label">${t.lang}</span>
            <form class="seg" method="post" action="/preferences/language" aria-labelledby="lang-label"><input type="hidden" name="_csrf" value="0d6f5a0c-the-token"><input type="hidden" name="back" value="/accounts">
              <button name="language" value="en" lang="en" aria-pressed="${lang !== 'zh'}">English</button><button name="language" value="zh-CN" lang="zh-CN" aria-pressed="${lang === 'zh'}">中文</button></form></li>
          <li><hr></li>
          <li><a href="password.html">${i('key-round')}${t.pass}</a></li>
          <li><button type="button" data-open="keys">${i('keyboard')}${t.keys}<kbd>?</kbd></button></li>
          <li><form method="post" action="/sign-out"><input type="hidden" name="_csrf" value="0d6f5a0c-the-token"><button class="menu-item">${i('log-out')}${t.out}</button></form></li>
        </ul>
      </div>`;

export const palette = (open = false, t = TEXT.en, list = '') => `<dialog class="palette" id="palette" data-palette="/palette" aria-label="${t.find}"${open ? ' data-open-now' : ''}>
  <div class="palette-box">${i('search')}<input type="text" role="combobox" aria-expanded="true" aria-controls="palette-list" aria-autocomplete="list" aria-label="${t.find}" placeholder="${t.find}" autocomplete="off" spellcheck="false"${open ? ' value="mtn"' : ''}><kbd>Esc</kbd></div>
  <div class="palette-list" id="palette-list" role="listbox" aria-label="${t.find}">${list}</div>
  <div class="palette-foot"><span><kbd>↑</kbd> <kbd>↓</kbd> choose</span><span><kbd>↵</kbd> open</span><span><kbd>&gt;</kbd> actions</span><span><kbd>/</kbd> pages</span><span><kbd>@</kbd> people</span></div>
</dialog>`;

export const keys = (open = false) => `<dialog class="wide" id="keys" aria-labelledby="keys-title"${open ? ' data-open-now' : ''}>
  <div class="dialog-head"><h2 id="keys-title">Keyboard</h2><button class="btn plain icon" type="button" data-close aria-label="Close">${i('x')}</button></div>
  <div class="dialog-body"><div class="keys">
    <section><h3>Everywhere</h3><dl><dt><kbd>Ctrl</kbd><kbd>K</kbd></dt><dd>Search or do anything</dd><dt><kbd>?</kbd></dt><dd>This page of keys</dd><dt><kbd>/</kbd></dt><dd>Find in this list</dd><dt><kbd>Esc</kbd></dt><dd>Close what is on top</dd><dt><kbd>g</kbd><kbd>h</kbd></dt><dd>Go home</dd></dl></section>
    <section><h3>In a list</h3><dl><dt><kbd>j</kbd><kbd>k</kbd></dt><dd>Next, previous row</dd><dt><kbd>←</kbd><kbd>→</kbd></dt><dd>Cell to the left, right</dd><dt><kbd>↵</kbd><kbd>o</kbd></dt><dd>Open at the side</dd><dt><kbd>x</kbd></dt><dd>Select the row</dd><dt><kbd>e</kbd></dt><dd>Edit the cell</dd><dt><kbd>n</kbd></dt><dd>New record</dd><dt><kbd>f</kbd></dt><dd>Add a filter</dd></dl></section>
    <section><h3>In the side panel</h3><dl><dt><kbd>↑</kbd><kbd>↓</kbd></dt><dd>Previous, next in the same set</dd><dt><kbd>Ctrl</kbd><kbd>↵</kbd></dt><dd>Open full page</dd></dl></section>
    <section><h3>In a form</h3><dl><dt><kbd>Ctrl</kbd><kbd>↵</kbd></dt><dd>Save</dd><dt><kbd>Esc</kbd></dt><dd>Leave the cell without saving</dd></dl></section>
  </div></div>
</dialog>`;

export const frame = ({ title, on, crumbs = [], body, lang = 'en', theme = 'auto', split = '', paletteOpen, keysOpen, paletteList, toasts = '', after = '', fresh = '/accounts/new' }) => {
  const t = TEXT[lang];
  return `${head({ title, lang, theme })}
<body data-fields-texts="">
<a class="skip" href="#content">${t.skip}</a>
<div class="app">
  ${nav(t, on)}
  <div class="main">
    <header class="top">
      <a class="btn plain icon rail-open" href="#rail" aria-label="${t.menu}">${i('menu')}</a>
      <nav class="crumb" aria-label="${t.here}"><ol>${crumbs.map((c, n) => n === crumbs.length - 1 ? `<li aria-current="page">${c}</li>` : `<li>${c}</li>`).join('')}</ol></nav>
      <a class="find" href="/search" data-open="palette" aria-keyshortcuts="Control+K">${i('search', 's')}<span>${t.find}</span><kbd>Ctrl K</kbd></a>
      ${userMenu(t, lang, theme)}
    </header>
    ${split || `<main class="page" id="content" tabindex="-1">\n${body}\n    </main>`}
  </div>
</div>
<nav class="foot-nav" aria-label="${t.quick}"><a href="home.html"${on === 'home' ? ' aria-current="page"' : ''}>${i('house')}${t.home}</a><a href="list.html"${on === 'accounts' ? ' aria-current="page"' : ''}>${i('building-2')}${t.accounts}</a><a href="${fresh}" aria-label="${t.fresh}"><span class="plus">${i('plus')}</span></a><a href="people.html"${on === 'people' ? ' aria-current="page"' : ''}>${i('users')}${t.people}</a><a href="/search" data-open="palette">${i('search')}${t.search}</a></nav>
${palette(paletteOpen, t, paletteList)}
${keys(keysOpen)}
<div id="dialogs"></div>
<div class="toasts" id="toasts" role="status" aria-live="polite">${toasts}</div>
<div class="loading-line" id="loading" aria-hidden="true"></div>
${after}</body>
</html>
`;
};

export const gate = ({ title, body, lang = 'en', theme = 'auto', wide = false }) => `${head({ title, lang, theme })}
<body>
<div class="gate">
  <main class="gate-in${wide ? ' wide' : ''}" id="content">
    ${body}
  </main>
  <footer class="gate-foot"><form method="post" action="/preferences/language" class="seg" aria-label="Language"><input type="hidden" name="_csrf" value="0d6f5a0c-the-token"><button name="language" value="en" lang="en" aria-pressed="${lang !== 'zh'}">English</button><button name="language" value="zh-CN" lang="zh-CN" aria-pressed="${lang === 'zh'}">中文</button></form></footer>
</div>
<div class="toasts" id="toasts" role="status" aria-live="polite"></div>
</body>
</html>
`;

export const face = (initials, role = '', title = '') => `<span class="face${role ? ' ' + role.toLowerCase() : ''}" title="${role ? role + ' ' : ''}${title}"><span aria-hidden="true">${initials}</span><span class="hush">${role ? role + ' ' : ''}${title}</span></span>`;
export const LW = face('LW', 'AR', 'Lindiwe Wessels'), TN = face('TN', 'SR', 'Tang Ning'), JO = face('JO', 'FR', 'James Okafor'), MA = face('MA', 'AR', 'Miguel Andrade'), SK = face('SK', 'SR', 'Sarah Kirabo'), PD = face('PD', 'FR', 'Priya Desai');
export const csrf = '<input type="hidden" name="_csrf" value="0d6f5a0c-the-token">';
