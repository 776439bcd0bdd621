function each(sel, fn) { var n = document.querySelectorAll(sel); for (var i = 0; i < n.length; i++) fn(n[i], i); }
function getWeather() {
  var box = document.getElementById('weather');
  if (!box || !window.ajaxUrl) return;
  var x = new XMLHttpRequest();
  x.open('GET', window.ajaxUrl, true);
  x.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
  x.onreadystatechange = function () { if (x.readyState == 4 && x.status == 200) box.innerHTML = x.responseText; };
  x.send(null);
}
var slideNo = 0;
function slideGo(step) {
  var n = document.querySelectorAll('.car .slide');
  if (!n.length) return;
  n[slideNo].className = 'slide';
  slideNo = (slideNo + step + n.length) % n.length;
  n[slideNo].className = 'slide on';
}
function openSubscribe() {
  var t = document.getElementById('subscribe');
  document.body.appendChild(t.content ? t.content.cloneNode(true) : t);
}
function toggleBox(el) {
  var b = el.nextSibling;
  while (b && b.nodeType != 1) b = b.nextSibling;
  if (b) b.style.display = b.style.display == 'none' ? 'block' : 'none';
}
function showPhoto(src) { window.open(src, 'photo', 'width=620,height=420'); }
window.onload = function () {
  getWeather();
  if (document.querySelector('.car')) setInterval(function () { slideGo(1); }, 4000);
};
