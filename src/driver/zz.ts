import { html, serve } from './testing';
import { createBrowserVisitors } from './browser-visitor';
(async () => {
 const s = await serve(() => html('<a href="http://ailleurs.example/x?y">Dehors</a>'));
 const f = await createBrowserVisitors({ baseUrl: s.url });
 for (let i = 0; i < 25; i++) {
 const v: any = await f.newVisitor(); const p = v.tab; const t = Date.now(); const ev: string[] = []; const l=(x:string)=>ev.push(Date.now()-t+' '+x);
 p.on('request',(q: any)=>l('req '+q.url())); p.on('requestfailed',(q: any)=>l('fail '+q.url()+q.failure()?.errorText)); p.on('framenavigated',(f: any)=>l('nav '+f.url())); p.on('response',(r: any)=>l('resp '+r.url()));
 const q = await v.open('/'); l('opened'); const o = await v.activate(q.controls[0]); l('activated ' + p.url());
 const orig = p.goBack.bind(p); p.goBack = (x: any) => orig(x).then((r: any) => { l('goBack ok ' + r?.url()); return r; }, (e: any) => { l('goBack err ' + e.message); throw e; });
 const b = await v.back(); l('back'); if (!/Dehors/.test(b.text)) console.log(i, ev.join('\n'), b.text, '\n');
 await v.close(); }
 await f.close(); await s.close();
})();
