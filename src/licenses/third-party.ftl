<#-- The list of what is in target/lib, made by the build; below it what is inside those files under a license of its own. -->
Lamina is licensed under Apache-2.0. It comes with these libraries:

<#list dependencyMap as e>
<#assign project = e.getKey()/><#assign licenses = e.getValue()/>
${project.name} ${project.version} (${project.groupId}:${project.artifactId})
    <#list licenses as license>${license}<#if license_has_next> or </#if></#list>
<#if project.url??>    ${project.url}
</#if>
</#list>

Inside them:

oneDNN, in JavaCPP Presets for DNNL
    Apache-2.0
    https://github.com/uxlfoundation/oneDNN
GCC's OpenMP library (libgomp), in JavaCPP Presets for DNNL
    GPL-3.0-or-later with the GCC Runtime Library Exception
    https://gcc.gnu.org/onlinedocs/libgomp/
Liberation fonts, in OpenPDF Fonts Extras and in the figures
    SIL Open Font License 1.1
    https://github.com/liberationfonts/liberation-fonts
Material icons, in Ikonli
    Apache-2.0
    https://github.com/google/material-design-icons
